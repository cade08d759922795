longshore_test(tst_errortext ui/common/tst_errortext.cpp GUI)
longshore_test(tst_icons ui/common/tst_icons.cpp GUI)
