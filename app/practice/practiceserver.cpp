#include "app/practice/practiceserver.h"
