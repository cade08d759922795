target_sources(longshore_test_support PRIVATE
    support/faketransport.cpp support/faketransport.h
    support/fakeclock.h
    support/fakecredentialstore.h
    support/scriptedlinks.h)
