# longshore_test(tst_name app/jobs/tst_name.cpp)
longshore_test(tst_jobs app/jobs/tst_jobs.cpp LIBS longshore_practice TIMEOUT 240)
