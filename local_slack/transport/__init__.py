"""How bytes reach the app: Socket Mode, or signed requests over HTTP; on this machine only."""
