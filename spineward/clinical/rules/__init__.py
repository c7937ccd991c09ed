"""The rules, one file per kind; each rule reads a Case and returns a Finding or nothing."""
