// The one place that imports Tauri. Each line is one command of the shell, by its own name.
import { invoke, type InvokeArgs } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Host } from "./host";
import type { CommandName } from "./wire.gen";

/** A name that the shell does not answer is an error when the page is built. */
const ask = <T>(command: CommandName, args?: InvokeArgs): Promise<T> => invoke<T>(command, args);

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
  start: () => ask("start"),
  settingsSet: (settings) => ask("settings_set", { settings }),
  sampleOpen: () => ask("sample_open"),
  sampleLeave: () => ask("sample_leave"),
  onboarded: () => ask("onboarded"),
  peopleOutline: (filter) => ask("people_outline", { filter }),
  peopleWindow: (filter, offset, limit) => ask("people_window", { filter, offset, limit }),
  peopleFind: (text, filter, limit) => ask("people_find", { text, filter, limit }),
  personPosition: (id, filter) => ask("person_position", { id, filter }),
  kindsList: () => ask("kinds_list"),
  tagsList: () => ask("tags_list"),
  organisationsComplete: (text) => ask("organisations_complete", { text }),
  photo: (hash) => ask("photo", { hash }),
  personPage: (id) => ask("person_page", { id }),
  personAdd: (person) => ask("person_add", { person }),
  personEdit: (id, edit) => ask("person_edit", { id, edit }),
  peopleEdit: (ids, edit) => ask("people_edit", { ids, edit }),
  peopleTrash: (ids) => ask("people_trash", { ids }),
  peopleRestore: (ids) => ask("people_restore", { ids }),
  trashList: () => ask("trash_list"),
  trashEmpty: (ids) => ask("trash_empty", { ids }),
  contactOpen: (id) => ask("contact_open", { id }),
  cardText: (card) => ask("card_text", { card }),
  draftSave: (key, text) => ask("draft_save", { key, text }),
  drafts: () => ask("drafts"),
  today: (limit) => ask("today", { limit }),
  todayCount: () => ask("today_count"),
  days: (from, to) => ask("days", { from, to }),
  interactionPreview: (draft) => ask("interaction_preview", { draft }),
  interactionLog: (draft) => ask("interaction_log", { draft }),
  interactionEdit: (id, draft) => ask("interaction_edit", { id, draft }),
  interactionDelete: (id) => ask("interaction_delete", { id }),
  timeline: (person, offset, limit) => ask("timeline", { person, offset, limit }),
  lastChannel: () => ask("last_channel"),
  whenPreview: (text, purpose) => ask("when_preview", { text, purpose }),
  nextDuePreview: (person, cadenceDays) => ask("next_due_preview", { person, cadenceDays }),
  checkInPlan: (person, when, reason) => ask("check_in_plan", { person, when, reason }),
  checkInEdit: (id, when, reason) => ask("check_in_edit", { id, when, reason }),
  checkInCancel: (id) => ask("check_in_cancel", { id }),
  checkInSkip: (ids) => ask("check_in_skip", { ids }),
  checkInSnooze: (ids, until) => ask("check_in_snooze", { ids, until }),
  snoozeOptions: () => ask("snooze_options"),
  warmthExplained: (person) => ask("warmth_explained", { person }),
  warmthExample: () => ask("warmth_example"),
  kindAdd: (kind) => ask("kind_add", { kind }),
  kindEdit: (id, kind) => ask("kind_edit", { id, kind }),
  kindRemove: (id) => ask("kind_remove", { id }),
  kindRhythmForAll: (id) => ask("kind_rhythm_for_all", { id }),
  logUnderstood: (text) => ask("log_understood", { text }),
  remindersState: () => ask("reminders_state"),
  autostartSet: (on) => ask("autostart_set", { on }),
  reminderTest: () => ask("reminder_test"),
  undo: () => ask("undo"),
  redo: () => ask("redo"),
  undoOperation: (id) => ask("undo_operation", { id }),
  history: (limit) => ask("history", { limit }),
  importChoose: () => ask("import_choose"),
  importChooseFolder: () => ask("import_choose_folder"),
  importPaste: (text) => ask("import_paste", { text }),
  importSummary: (token) => ask("import_summary", { token }),
  importRows: (token, filter, offset, limit) => ask("import_rows", { token, filter, offset, limit }),
  importDetails: (token, index) => ask("import_details", { token, index }),
  importDecide: (token, indexes, filter, decision) => ask("import_decide", { token, indexes, filter, decision }),
  importDecideField: (token, index, key, take) => ask("import_decide_field", { token, index, key, take }),
  importTakeAll: (token, take) => ask("import_take_all", { token, take }),
  importKeepClose: (token, indexes, kind) => ask("import_keep_close", { token, indexes, kind }),
  importFix: (token, index, text) => ask("import_fix", { token, index, text }),
  importApply: (token) => ask("import_apply", { token }),
  importStop: (token) => ask("import_stop", { token }),
  importCancel: (token) => ask("import_cancel", { token }),
  exportCards: (people, style) => ask("export_cards", { people, style }),
  exportBook: () => ask("export_book"),
  readBook: () => ask("read_book"),
  backupsList: () => ask("backups_list"),
  backupNow: () => ask("backup_now"),
  backupRestore: (name) => ask("backup_restore", { name }),
  bookNew: () => ask("book_new"),
  bookPlace: () => ask("book_place"),
  showFolder: (what) => ask("show_folder", { what }),
};
