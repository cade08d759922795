#include "app/archive/packagecheck.h"
