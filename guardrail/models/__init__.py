"""Classifiers: ONNX sessions, tokenisation, calibration cards. Nothing here is imported before a policy names one."""
