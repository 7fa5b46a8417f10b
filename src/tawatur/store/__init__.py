"""Where a case is kept, behind one small Protocol."""
