#include "app/practice/practicedata.h"
