"""What an event is, when, where and with which figures, settled among those who tell of it."""
