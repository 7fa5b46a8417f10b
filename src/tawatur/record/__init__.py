"""Claims, chains and judgements to events, disputes and grades."""
