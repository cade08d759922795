longshore_test(tst_library app/library/tst_library.cpp LIBS longshore_practice)
