"""Who is asking: users, sign-in, API keys, and what each may use."""
