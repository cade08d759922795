#pragma once

/// The commands of the vendor's page about database import and export, as they are printed there. In a source of their
/// own: moc does not see the end of raw strings.
namespace vendor {
extern const char* const startExport;
extern const char* const exportStatus;
extern const char* const downloadExport;
extern const char* const createSession;
extern const char* const uploadSql;
extern const char* const runImport;
extern const char* const importStatus;
extern const char* const directImport;
extern const char* const environmentExport;
extern const char* const withoutToken;
} // namespace vendor
