"""What engines that read prompts share: tokens, phrases, spelling. English and German."""
