#include "vendorcommands.h"

namespace vendor {

// clang-format off
const char* const startExport = R"(curl -X POST "https://api.builtfast.dev/api/v1/vector/sites/12345/database/export" \
  -H "Authorization: Bearer YOUR_API_TOKEN")";
const char* const exportStatus = R"(curl "https://api.builtfast.dev/api/v1/vector/sites/12345/database/export/exp_xyz789" \
  -H "Authorization: Bearer YOUR_API_TOKEN")";
const char* const downloadExport = R"(curl -o database.sql "https://s3.amazonaws.com/...")";
const char* const createSession = R"(curl -X POST "https://api.builtfast.dev/api/v1/vector/sites/12345/database/import" \
  -H "Authorization: Bearer YOUR_API_TOKEN")";
const char* const uploadSql = R"(curl -X PUT "https://s3.amazonaws.com/..." \
  -H "Content-Type: application/sql" \
  --data-binary "@database.sql")";
const char* const runImport = R"(curl -X POST "https://api.builtfast.dev/api/v1/vector/sites/12345/database/import/imp_abc123/run" \
  -H "Authorization: Bearer YOUR_API_TOKEN")";
const char* const importStatus = R"(curl "https://api.builtfast.dev/api/v1/vector/sites/12345/database/import/imp_abc123" \
  -H "Authorization: Bearer YOUR_API_TOKEN")";
const char* const directImport = R"(curl -X POST "https://api.builtfast.dev/api/v1/vector/sites/12345/database/import-direct" \
  -H "Authorization: Bearer YOUR_API_TOKEN" \
  -H "Content-Type: multipart/form-data" \
  -F "file=@database.sql")";
const char* const environmentExport = R"(curl -X POST "https://api.builtfast.dev/api/v1/vector/sites/12345/environments/67890/database/export" \
  -H "Authorization: Bearer YOUR_API_TOKEN")";
const char* const withoutToken = R"(curl -X POST "https://api.builtfast.dev/api/v1/vector/sites/12345/database/export")";
// clang-format on

} // namespace vendor
