// The one place that imports Tauri. Each line is one command of the shell, by its own name.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Host } from "./host";

/** A listener that can be dropped at once, though Tauri registers it a moment later. */
const on: Host["on"] = (event, handler) => {
  let dropped = false;
  const listening = listen(event, ({ payload }) => {
    if (!dropped) handler(payload as Parameters<typeof handler>[0]);
  });
  return () => {
    dropped = true;
    void listening.then((stop) => stop());
  };
};

export const tauriHost: Host = {
  on,
  start: () => invoke("start"),
  settingsSet: (settings) => invoke("settings_set", { settings }),
  sampleOpen: () => invoke("sample_open"),
  sampleLeave: () => invoke("sample_leave"),
  onboarded: () => invoke("onboarded"),
  peopleOutline: (filter) => invoke("people_outline", { filter }),
  peopleWindow: (filter, offset, limit) => invoke("people_window", { filter, offset, limit }),
  peopleFind: (text, filter, limit) => invoke("people_find", { text, filter, limit }),
  personPosition: (id, filter) => invoke("person_position", { id, filter }),
  kindsList: () => invoke("kinds_list"),
  tagsList: () => invoke("tags_list"),
  organisationsComplete: (text) => invoke("organisations_complete", { text }),
  photo: (hash) => invoke("photo", { hash }),
  personPage: (id) => invoke("person_page", { id }),
  personAdd: (person) => invoke("person_add", { person }),
  personEdit: (id, edit) => invoke("person_edit", { id, edit }),
  peopleEdit: (ids, edit) => invoke("people_edit", { ids, edit }),
  peopleTrash: (ids) => invoke("people_trash", { ids }),
  peopleRestore: (ids) => invoke("people_restore", { ids }),
  trashList: () => invoke("trash_list"),
  trashEmpty: (ids) => invoke("trash_empty", { ids }),
  contactOpen: (id) => invoke("contact_open", { id }),
  cardText: (card) => invoke("card_text", { card }),
  draftSave: (key, text) => invoke("draft_save", { key, text }),
  drafts: () => invoke("drafts"),
  undo: () => invoke("undo"),
  redo: () => invoke("redo"),
  undoOperation: (id) => invoke("undo_operation", { id }),
  history: (limit) => invoke("history", { limit }),
  importChoose: () => invoke("import_choose"),
  importChooseFolder: () => invoke("import_choose_folder"),
  importPaste: (text) => invoke("import_paste", { text }),
  importSummary: (token) => invoke("import_summary", { token }),
  importRows: (token, filter, offset, limit) => invoke("import_rows", { token, filter, offset, limit }),
  importDetails: (token, index) => invoke("import_details", { token, index }),
  importDecide: (token, indexes, filter, decision) => invoke("import_decide", { token, indexes, filter, decision }),
  importDecideField: (token, index, key, take) => invoke("import_decide_field", { token, index, key, take }),
  importTakeAll: (token, take) => invoke("import_take_all", { token, take }),
  importKeepClose: (token, indexes, kind) => invoke("import_keep_close", { token, indexes, kind }),
  importFix: (token, index, text) => invoke("import_fix", { token, index, text }),
  importApply: (token) => invoke("import_apply", { token }),
  importStop: (token) => invoke("import_stop", { token }),
  importCancel: (token) => invoke("import_cancel", { token }),
  exportCards: (people, style) => invoke("export_cards", { people, style }),
  exportBook: () => invoke("export_book"),
  readBook: () => invoke("read_book"),
  backupsList: () => invoke("backups_list"),
  backupNow: () => invoke("backup_now"),
  backupRestore: (name) => invoke("backup_restore", { name }),
  bookNew: () => invoke("book_new"),
  bookPlace: () => invoke("book_place"),
  showFolder: (what) => invoke("show_folder", { what }),
};
