#pragma once

#include "pipeline/exports/output/request.h"

namespace cotejo::exports {

// One function a kind, a file each; called through exports.cpp's list.
model::Result<Summary> write_csv_folder(store::Store& store, const Request& request);
model::Result<Summary> write_data_package(store::Store& store, const Request& request);
model::Result<Summary> write_open_base(store::Store& store, const Request& request);
model::Result<Summary> write_workbook(store::Store& store, const Request& request);
model::Result<Summary> write_alto(store::Store& store, const Request& request);
model::Result<Summary> write_pdfa(store::Store& store, const Request& request);
model::Result<Summary> write_hocr(store::Store& store, const Request& request);
model::Result<Summary> write_bag(store::Store& store, const Request& request);
model::Result<Summary> write_report(store::Store& store, const Request& request);
model::Result<Summary> write_fuid(store::Store& store, const Request& request);

}  // namespace cotejo::exports
