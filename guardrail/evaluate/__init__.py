"""Policies are tested: the tests inside policy files, and what else judges a policy from outside."""
