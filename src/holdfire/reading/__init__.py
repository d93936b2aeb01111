"""Report → Record, in pure stages: `cascade` names them in order."""
