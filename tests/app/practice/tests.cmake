longshore_test(tst_practicedata app/practice/tst_practicedata.cpp LIBS longshore_practice)

# Clients made from the published facts, which share no code with the server.
add_library(longshore_raw_client STATIC app/practice/rawclient.cpp app/practice/rawclient.h
    app/practice/s3signer.cpp app/practice/s3signer.h)
longshore_setup_test(longshore_raw_client)
target_link_libraries(longshore_raw_client PUBLIC longshore_test_support longshore_practice)
longshore_test(tst_practicesignature app/practice/tst_practicesignature.cpp LIBS longshore_raw_client)
longshore_test(tst_practiceapi app/practice/tst_practiceapi.cpp LIBS longshore_raw_client)
longshore_test(tst_practiceblobs app/practice/tst_practiceblobs.cpp LIBS longshore_raw_client)
longshore_test(tst_practicedeployments app/practice/tst_practicedeployments.cpp LIBS longshore_raw_client TIMEOUT 180)
longshore_test(tst_practicefaults app/practice/tst_practicefaults.cpp LIBS longshore_raw_client TIMEOUT 180)
longshore_test(tst_practiceimportfaults app/practice/tst_practiceimportfaults.cpp LIBS longshore_raw_client TIMEOUT 180)
longshore_test(tst_practicerestart app/practice/tst_practicerestart.cpp LIBS longshore_raw_client TIMEOUT 180)
add_dependencies(tst_practicerestart longshore-practice)
longshore_test(tst_foreignuploads app/practice/tst_foreignuploads.cpp LIBS longshore_raw_client TIMEOUT 180)
longshore_test(tst_practiceuploads app/practice/tst_practiceuploads.cpp LIBS longshore_raw_client TIMEOUT 180)
longshore_test(tst_s3signature app/practice/tst_s3signature.cpp LIBS longshore_raw_client)
longshore_test(tst_s3service app/practice/tst_s3service.cpp LIBS longshore_raw_client)
