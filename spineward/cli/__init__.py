"""The commands: up, assess, respond, rules, schema, content, archive, replay. One file each."""
