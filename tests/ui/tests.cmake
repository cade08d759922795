# longshore_test(tst_name ui/jobs/tst_name.cpp GUI)
