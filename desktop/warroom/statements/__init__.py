"""What the company says in public: texts, approvals, releases, and the facts they rest on."""
