#include <goalpost/goalpost.hpp>
