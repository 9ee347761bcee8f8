"""The compiler: passes of one signature, in one tuple, from a policy file to the pipelines of its stages."""
