# longshore_test(tst_name app/practice/tst_name.cpp)
longshore_test(tst_practicedata app/practice/tst_practicedata.cpp LIBS longshore_practice)
