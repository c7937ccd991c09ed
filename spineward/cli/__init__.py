"""The commands: up, assess, respond, rules, schema, content. One file each."""
