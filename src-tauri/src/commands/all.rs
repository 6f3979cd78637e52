// Every command of Kith, once, a noun at a time. A line says all there is to say of a command:
//
//     /// What it answers or does: stands in the page's types too.
//     read NAME(ARGUMENT: TYPE, …) now -> ANSWER, stale(WORD, …);
//
// - `read` and `keep` call the method of `Book` of the same name with the arguments in their order, and
//   answer what it answers. `keep` writes what is no step of Undo, and nobody is told.
// - `change` does the same and answers `Done<ANSWER>`; the page is told of the change after the commit.
// - `own` calls the function of the same name in `commands/NOUN.rs`, which takes the app first.
// - `now` stands where the method wants the moment, as its last argument.
// - `stale(…)` says after which changes the page asks a shown answer again. An argument's name: when the
//   person whom it names was touched. `people`: when anybody was. `anything`: after each change. Any other
//   word is a table's name, or `backups`. Another book makes each of them stale. Without `stale`, an answer
//   stays until it is asked with other arguments.
//
// Types are those of `kith_core` (`ties::Knows`) and of `crate::wire` (`Start`). From this come the
// handlers (handlers.rs), the manifest and what the window may ask for (build.rs), and the page's types
// (describe.rs).
macro_rules! all_commands {
    ($with:ident) => {
        $with! {
            start {
                /// What the page needs to draw itself for the first time. A book that is not open is tried again.
                own start() -> Start;
                /// The first steps have been taken: no welcome any more.
                own onboarded() -> Done<()>;
                /// Opens the sample book.
                own sample_open() -> BookState;
                /// Goes back to the person's own book.
                own sample_leave() -> BookState;
            }
            settings {
                /// Changes some settings.
                change settings_set(settings: SomeSettings) now -> pages::Settings;
            }
            people {
                /// How many people pass the filter, and the letters and counts of the list.
                read people_outline(filter: people_list::PeopleFilter) now -> people_list::PeopleOutline,
                    stale(people, person_tags, kinds, relationships);
                /// Rows of the list from `offset` on, at most 1000.
                read people_window(filter: people_list::PeopleFilter, offset: u32, limit: u32) now
                    -> Vec<people_list::PersonRow>, stale();
                /// Who matches what was typed.
                read people_find(text: String, filter: people_list::PeopleFilter, limit: u32) now -> people_list::Found,
                    stale(people, person_tags, kinds, relationships);
                /// The row of a person in the list, from 0; null where the filter leaves them out.
                read person_position(id: PersonId, filter: people_list::PeopleFilter) now -> Option<u32>;
                /// The kinds of relationship.
                read kinds_list() -> Vec<relationships::Kind>, stale(people, kinds, relationships);
                /// The tags in use.
                read tags_list() -> Vec<details::TagCount>, stale(people, person_tags);
                /// Names of organisations that begin with the text.
                read organisations_complete(text: String) -> Vec<String>;
                /// Organisations found by their name.
                read organisations_find(text: String, limit: u32) -> Vec<details::OrganisationFound>;
                /// An organisation by its id.
                read organisation(id: OrganisationId) -> details::OrganisationFound, stale(people);
                /// The bytes of a photo.
                own photo(hash: String) -> Bytes;
                /// All that is known of a person.
                read person_page(id: PersonId) now -> pages::PersonPage,
                    stale(id, person_tags, kinds, relationships);
                /// What stands beside a person's name.
                read person_face(id: PersonId) -> pages::PersonFace, stale(id, kinds, relationships);
                /// Adds a person by hand.
                change person_add(person: details::NewPerson) now -> PersonId;
                /// Edits what is known of a person; answers the id of a new row.
                change person_edit(id: PersonId, edit: details::DetailEdit) now -> Option<i64>;
                /// Edits what is known of several people at once.
                change people_edit(ids: Vec<PersonId>, edit: details::DetailEdit) now -> ();
                /// Opens a contact point with the system's program for it.
                own contact_open(id: ContactPointId) -> ();
                /// A source card as it came.
                read card_text(card: SourceCardId) -> String;
            }
            today {
                /// What is due and what comes, at most `limit` rows.
                read today(limit: u32) now -> today::Today, stale(people, settings, kinds, relationships);
                /// How many check-ins are due.
                read today_count() now -> u32, stale(people, settings);
                /// The days of a calendar, both ends included.
                read days(from: String, to: String) now -> Vec<today::CalendarDay>;
            }
            interactions {
                /// What logging this would do.
                read interaction_preview(draft: logging::NewInteraction) now
                    -> logging::InteractionPreview;
                /// Logs a conversation.
                change interaction_log(draft: logging::NewInteraction) now -> logging::Logged;
                /// Corrects a conversation.
                change interaction_edit(id: InteractionId, draft: logging::NewInteraction) now -> ();
                /// Deletes a conversation.
                change interaction_delete(id: InteractionId) now -> ();
                /// Conversations with a person, newest first, from `offset` on.
                read timeline(person: PersonId, offset: u32, limit: u32) -> interactions::Timeline, stale(person);
                /// How the last conversation was held.
                read last_channel() -> Channel;
                /// What a sentence would log; null where it logs nothing.
                read log_understood(text: String) now -> Option<logging::LogUnderstood>;
            }
            check_ins {
                /// What is understood of a typed day.
                read when_preview(text: String, purpose: check_ins::WhenPurpose) now -> check_ins::WhenPreview;
                /// When a rhythm would bring the next check-in, in words.
                read next_due_preview(person: PersonId, cadence_days: u32) now -> String;
                /// Plans a check-in.
                change check_in_plan(person: PersonId, when: String, reason: String) now -> CheckInId;
                /// Moves a check-in.
                change check_in_edit(id: CheckInId, when: String, reason: String) now -> ();
                /// Takes a planned check-in away.
                change check_in_cancel(id: CheckInId) now -> ();
                /// Leaves check-ins out this time.
                change check_in_skip(ids: Vec<CheckInId>) now -> ();
                /// Puts check-ins off.
                change check_in_snooze(ids: Vec<CheckInId>, until: check_ins::Snooze) now -> ();
                /// Until when putting off makes sense now.
                read snooze_options() now -> Vec<check_ins::SnoozeOption>;
            }
            relationships {
                /// Edits my relationship to each of these people.
                change relationship_edit(ids: Vec<PersonId>, edit: keeping_close::RelationshipEdit) now -> ();
                /// Adds a kind.
                change kind_add(kind: relationships::NewKind) now -> KindId;
                /// Changes a kind.
                change kind_edit(id: KindId, kind: relationships::NewKind) now -> ();
                /// Removes a kind that nobody is of.
                change kind_remove(id: KindId) now -> ();
                /// Gives everybody of a kind its rhythm; answers how many that were.
                change kind_rhythm_for_all(id: KindId) now -> u32;
                /// How a person's warmth comes about; null where there is none to explain.
                read warmth_explained(person: PersonId) now -> Option<people_list::WarmthExplained>,
                    stale(person, settings);
                /// An example of warmth for the settings.
                read warmth_example() now -> Option<people_list::WarmthExample>, stale(people, settings);
            }
            facts {
                /// Short lines about the whole person.
                read facts_of(person: PersonId) -> Vec<facts::Fact>, stale(person);
                /// Adds a line about the whole person.
                change fact_add(person: PersonId, fact: facts::NewFact) now -> FactId;
                /// Corrects a line about the whole person.
                change fact_edit(id: FactId, fact: facts::NewFact) now -> ();
                /// Removes a line about the whole person.
                change fact_remove(id: FactId) now -> ();
            }
            ties {
                /// Everybody that somebody knows. Whoever shows it asks again too when one of those is touched.
                read ties_of(person: PersonId) now -> ties::Knows, stale(person);
                /// Ties two people.
                change tie_add(tie: ties::NewTie) now -> TieId;
                /// Corrects or ends a tie.
                change tie_edit(id: TieId, tie: ties::NewTie) now -> ();
                /// Removes a tie.
                change tie_remove(id: TieId) now -> ();
                /// Ties that Kith could draw, the likeliest `limit`.
                read ties_proposed(limit: u32) now -> ties::Proposals, stale(people);
                /// Says yes or no to proposed ties; answers how many were drawn.
                change ties_decide(yes: Vec<ties::TiePair>, no: Vec<ties::TiePair>) now -> u32;
            }
            map {
                /// Begins a drawing; the one before it stops.
                own map_draw(view: map::MapView) -> map::MapDrawn, stale(people, person_tags, kinds, relationships);
                /// Waits for a picture of the drawing that is newer than `after` (0: any). 32-bit floats: the
                /// picture's number, the share of the work done (1: at rest), then x and y of everybody, me last.
                own map_places(drawing: u32, after: u32) -> Bytes;
                /// Numbers of the people whom the filter lets through.
                own map_matching(drawing: u32, filter: map::MapFilter) -> Vec<u32>;
                /// Rows of the map's list from `offset` on.
                own map_rows(drawing: u32, filter: map::MapFilter, sort: map::MapSort, offset: u32, limit: u32)
                    -> map::MapRows;
                /// The side panel of a person.
                own map_panel(drawing: u32, person: PersonId) -> map::MapPanel;
                /// The side panel of an organisation.
                own map_organisation(id: OrganisationId) -> map::OrganisationPanel, stale(people);
                /// Puts somebody where they stay, in pixels at scale 1.
                change map_pin(person: PersonId, x: f32, y: f32) now -> ();
                /// Lets people find their own places again: these, or everybody (null).
                change map_unpin(people: Option<Vec<PersonId>>) now -> u32;
                /// Forgets where everybody stood, but for the pins: the next drawing begins anew.
                keep map_forget() -> ();
                /// Ways in to somebody.
                own ways_in(to: PersonId) -> map::WaysIn, stale(people, settings);
            }
            trash {
                /// Puts people into the trash.
                change people_trash(ids: Vec<PersonId>) now -> ();
                /// Takes people out of the trash.
                change people_restore(ids: Vec<PersonId>) now -> ();
                /// Who is in the trash, and for how many days yet.
                read trash_list() now -> Vec<trash::Trashed>, stale(people);
                /// Drops people from the trash for good: these, or everybody (null). Answers how many.
                change trash_empty(ids: Option<Vec<PersonId>>) -> u32;
            }
            unsaved {
                /// Keeps the unsaved text of a field; null drops it.
                keep unsaved_save(key: String, text: Option<String>) now -> ();
                /// All texts that were not saved.
                read unsaved_list() -> Vec<unsaved::Unsaved>;
            }
            undo {
                /// Takes the last change back.
                change undo() now -> undo::Undone;
                /// Does again what was taken back last.
                change redo() now -> undo::Undone;
                /// Takes one operation back; what was touched since stays.
                change undo_operation(id: OperationId) now -> undo::Undone;
                /// The last changes, newest first.
                read history(limit: u32) now -> Vec<undo::Operation>, stale(anything);
            }
            import {
                /// Lets the person choose files; answers the token of their plan, null where none was chosen.
                own import_choose() -> Option<String>;
                /// Lets the person choose folders; answers like `import_choose`.
                own import_choose_folder() -> Option<String>;
                /// Begins a plan of pasted cards; answers its token.
                own import_paste(text: String) -> String;
                /// What the plan comes to; null while it is being worked on.
                own import_summary(token: String) -> Option<import::ImportSummary>;
                /// Rows of the preview from `offset` on.
                own import_rows(token: String, filter: import::ImportFilter, offset: u32, limit: u32)
                    -> import::ImportRows;
                /// One card of the preview, in full.
                own import_details(token: String, index: u32) -> import::ImportDetails;
                /// What to do with some rows, or with all that the filter shows (null).
                own import_decide(
                    token: String,
                    indexes: Option<Vec<u32>>,
                    filter: import::ImportFilter,
                    decision: import::Decision,
                ) -> import::ImportSummary;
                /// Which side to take in one field of an update.
                own import_decide_field(token: String, index: u32, key: String, take: import::Take)
                    -> import::ImportDetails;
                /// Which side to take in all updates.
                own import_take_all(token: String, take: import::TakeAll) -> import::ImportSummary;
                /// Whom to keep close, and as what: some rows, or all that the filter shows (null).
                own import_keep_close(
                    token: String,
                    indexes: Option<Vec<u32>>,
                    filter: Option<import::ImportFilter>,
                    kind: Option<KindId>,
                ) -> import::ImportSummary;
                /// Reads a corrected card in place of one that could not be read.
                own import_fix(token: String, index: u32, text: String) -> import::ImportSummary;
                /// Imports what is decided.
                own import_apply(token: String) -> Done<import::ImportReport>;
                /// Stops reading or importing; nothing is half imported.
                own import_stop(token: String) -> ();
                /// Lets the plan go.
                own import_cancel(token: String) -> ();
            }
            export {
                /// Writes people (null: everybody) as vCards where the person says; null where they do not.
                own export_cards(people: Option<Vec<PersonId>>, style: export::CardStyle) -> Option<Exported>;
                /// Writes the whole book as JSON where the person says; null where they do not.
                own export_book() -> Option<Exported>;
                /// Puts a book read from JSON in the place of this one, which becomes a backup first; null
                /// where the person chose no file.
                own read_book() -> Option<Done<()>>;
                /// Saves the map's picture as PNG where the person says; null where they do not.
                own picture_save_png(picture: PlainBytes) -> Option<PictureSaved>;
                /// Saves the map's picture as SVG where the person says; null where they do not.
                own picture_save_svg(picture: PlainBytes) -> Option<PictureSaved>;
            }
            reminders {
                /// How things stand for reminders, asked of the system just now.
                own reminders_state() -> RemindersState, stale(settings);
                /// Starts Kith with the session, or no longer.
                own autostart_set(on: bool) -> ();
                /// Shows a notification, to see that it comes.
                own reminder_test() -> ();
            }
            backups {
                /// Every backup, also of a book that cannot be opened.
                own backups_list() -> Backups, stale(backups);
                /// Makes a backup now.
                own backup_now() -> Done<backups::Backup>;
                /// Puts a backup in the book's place; the book as it is becomes a backup first.
                own backup_restore(name: String) -> BookState;
                /// Begins a new, empty book; the one that cannot be read stays beside it under another name.
                own book_new() -> BookState;
                /// Where the open book is, and how large.
                own book_place() -> BookPlace, stale(people);
                /// Moves the book and its backups to a folder that the person chooses; null where they do not.
                own book_move() -> Option<BookState>;
                /// Opens the book in a folder that the person chooses, where the one it was moved to is not
                /// there; null where they choose none.
                own book_find() -> Option<BookState>;
                /// Shows a folder in the system's file manager.
                own show_folder(what: Folder) -> ();
            }
        }
    };
}
