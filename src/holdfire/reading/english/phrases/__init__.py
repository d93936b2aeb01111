"""What noun phrases name, and how many they count."""
