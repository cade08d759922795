# tests of real
