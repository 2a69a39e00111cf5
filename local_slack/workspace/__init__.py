"""What one workspace holds in memory: people, channels, messages, views, the app, the journal."""
