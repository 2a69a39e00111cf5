"""How Slack knows the app: the manifest, made of the features that are switched on."""
