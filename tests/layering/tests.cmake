# tests of layering
