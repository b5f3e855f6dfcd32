"""What the company answers: lines, inquiries, press conferences and comments."""
