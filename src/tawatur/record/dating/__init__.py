"""The days of reports and claims, each report alone and then all together."""
