// The table of all commands, by noun. A line declares everything about a command:
//
//     /// What it does or returns; becomes a comment in the page's types.
//     read NAME(ARGUMENT: TYPE, …) now -> ANSWER, stale(WORD, …);
//
// - `read` and `keep` call the method of `Book` with the same name and arguments, and return its result.
//   `keep` writes something that is no step of Undo; the page is not told of it.
// - `change` does the same and returns `Done<ANSWER>`; the page is told of the change after the commit.
// - `own` calls the function of the same name in `commands/NOUN.rs`, with the app as the first argument.
// - `now` means that the method takes the current moment as its last argument.
// - `stale(…)` says after which changes the page requests a shown answer again. The name of an argument:
//   after a change of the person that it names. `people`: of any person. `anything`: after each change.
//   Other words are names of tables, `backups` or `troubles`. Opening another book makes all of these answers stale.
//   Without `stale`, a shown answer is requested again only with other arguments.
//
// Types are those of `kith_core` (`ties::PersonTies`) and of `crate::wire` (`Start`). The table generates the
// handlers (handlers.rs), the manifest and the permissions of the window (build.rs), and the page's types
// (describe.rs).
macro_rules! all_commands {
    ($with:ident) => {
        $with! {
            start {
                /// What the page needs to draw itself for the first time. If no book is open, opening it is
                /// tried again.
                own start() -> Start;
                /// Remembers that the user has finished or skipped the introduction.
                own onboarded() -> Done<()>;
                /// Opens the sample book.
                own sample_open() -> BookState;
                /// Opens the user's own book instead of the sample.
                own sample_leave() -> BookState;
            }
            settings {
                /// Changes some settings.
                change settings_set(settings: SomeSettings) now -> pages::Settings;
            }
            people {
                /// The number of people that pass the filter, and the sections of the list.
                read people_outline(filter: people_list::PeopleFilter) now -> people_list::PeopleOutline,
                    stale(people, person_tags, kinds, relationships);
                /// Rows of the list from `offset` on, at most 1000.
                read people_window(filter: people_list::PeopleFilter, offset: u32, limit: u32) now
                    -> Vec<people_list::PersonRow>, stale();
                /// The people that match the typed text, best first.
                read people_find(text: String, filter: people_list::PeopleFilter, limit: u32) now -> people_list::Found,
                    stale(people, person_tags, kinds, relationships);
                /// The people whom the last changes were about, the newest first.
                read people_lately(limit: u32) now -> Vec<people_list::Lately>, stale(people, relationships);
                /// The position of a person in the list, from 0; null if the filter excludes them.
                read person_position(id: PersonId, filter: people_list::PeopleFilter) now -> Option<u32>;
                /// The kinds of relationship.
                read kinds_list() -> Vec<relationships::KindListed>, stale(people, kinds, relationships);
                /// The tags in use, with their number of people.
                read tags_list() -> Vec<details::TagCount>, stale(people, person_tags);
                /// The names of organisations that begin with the text.
                read organisations_complete(text: String) -> Vec<String>;
                /// The organisations whose name matches the text.
                read organisations_find(text: String, limit: u32) -> Vec<details::OrganisationFound>;
                /// An organisation by its id.
                read organisation(id: OrganisationId) -> details::OrganisationFound, stale(people);
                /// The bytes of a photo, by its SHA-256.
                own photo(hash: String) -> Bytes;
                /// Everything that a person's page shows.
                read person_page(id: PersonId) now -> pages::PersonPage,
                    stale(id, person_tags, kinds, relationships, settings);
                /// What to read before a talk with a person; `with_private`: private lines too.
                read brief(person: PersonId, with_private: bool) now -> pages::Brief,
                    stale(person, settings, pitches);
                /// The small form of a person, shown beside the name.
                read person_face(id: PersonId) -> pages::PersonSummary, stale(id, kinds, relationships);
                /// Adds a person by hand.
                change person_add(person: details::NewPerson) now -> PersonId;
                /// What is said of a person who is being added by hand.
                read new_person_hints(person: details::NewPerson) now -> pages::NewPersonHints, stale(people);
                /// What Kith understands of a typed date of which a part may be unknown.
                read date_preview(text: String) -> details::DatePreview;
                /// Edits a person. Returns the id of the new row, if there is one.
                change person_edit(id: PersonId, edit: details::DetailEdit) now -> Option<i64>;
                /// Makes the same edit to several people.
                change people_edit(ids: Vec<PersonId>, edit: details::DetailEdit) now -> ();
                /// Opens a contact point with the system's program for its kind.
                own contact_open(id: ContactPointId) -> ();
                /// The text of a source card.
                read card_text(card: SourceCardId) -> String;
            }
            today {
                /// The Today page, with the first `limit` due check-ins.
                read today(limit: u32) now -> today::Today,
                    stale(people, settings, kinds, relationships, commitments, shares, topic_lines);
                /// The number of check-ins and of my promises that are due.
                read today_count() now -> u32, stale(people, settings, goals, goal_steps);
                /// The days of a calendar from `from` to `to`, both included.
                read days(from: String, to: String) now -> Vec<today::CalendarDay>;
            }
            interactions {
                /// What logging this conversation would do.
                read interaction_preview(draft: logging::NewInteraction) now
                    -> logging::InteractionPreview;
                /// Logs several conversations in one step.
                change interactions_log(drafts: Vec<logging::NewInteraction>) now -> Vec<logging::Logged>;
                /// Logs a conversation and what came of it, and keeps some of its participants close as a kind, if one
                /// is given, in one step.
                change interaction_log_with(
                    draft: logging::NewInteraction,
                    outcome: logging::TalkOutcome,
                    keep: Vec<PersonId>,
                    kind: Option<KindId>,
                ) now -> logging::Logged;
                /// Corrects a conversation.
                change interaction_edit(id: InteractionId, draft: logging::NewInteraction) now -> ();
                /// Deletes a conversation.
                change interaction_delete(id: InteractionId) now -> ();
                /// Conversations with a person, newest first, from `offset` on.
                read timeline(person: PersonId, offset: u32, limit: u32) -> interactions::Timeline, stale(person);
                /// The channel of the conversation that was logged last.
                read last_channel() -> Channel;
            }
            sentences {
                /// What a sentence in the quick search may mean; null if it is none.
                read sentence(text: String) now -> Option<sentences::Sentence>;
                /// Does what a sentence asks for.
                change sentence_do(intent: sentences::Intent) now -> sentences::SentenceDone;
            }
            check_ins {
                /// What Kith understands of a typed day.
                read when_preview(text: String, purpose: check_ins::WhenPurpose) now -> check_ins::WhenPreview;
                /// The same of a check-in with a person, with what their hours make of it.
                read check_in_preview(person: PersonId, text: String) now -> check_ins::WhenPreview;
                /// The day on which a cadence would make the next check-in due, in words.
                read next_due_preview(person: PersonId, cadence_days: u32) now -> String;
                /// Plans a check-in.
                change check_in_plan(person: PersonId, when: String, reason: String) now -> CheckInId;
                /// Moves a check-in, and changes its reason.
                change check_in_edit(id: CheckInId, when: String, reason: String) now -> ();
                /// Cancels a check-in that was planned by hand.
                change check_in_cancel(id: CheckInId) now -> ();
                /// Skips check-ins.
                change check_in_skip(ids: Vec<CheckInId>) now -> ();
                /// Puts check-ins off.
                change check_in_snooze(ids: Vec<CheckInId>, until: check_ins::Snooze) now -> ();
                /// The choices for putting a check-in off that can be offered now.
                read snooze_options() now -> Vec<check_ins::SnoozeOption>;
            }
            revive {
                /// The people who were chosen for this week, each with what speaks for them.
                read revivals() now -> Vec<revive::Revival>, stale(people, settings, revivals);
                /// "Not now": the person is not shown this week.
                change revival_refuse(id: RevivalId) now -> ();
            }
            load_plans {
                /// What the rhythms of everybody kept close add up to.
                read load_sums() now -> load_plans::LoadSums, stale(people, settings, relationships);
                /// The plan that lengthens rhythms until they fit.
                read fit_plan() now -> load_plans::FitPlan, stale(people, settings, relationships);
                /// Takes steps of that plan. Returns how many rhythms were lengthened.
                change fit_take(steps: Vec<load_plans::FitStep>) now -> u32;
                /// Who stands on a day, and who of them can move where.
                read move_choices(day: String) now -> load_plans::MoveChoices, stale(people, settings, check_ins);
                /// Moves a check-in that Kith placed to another day within its reach.
                change check_in_place(id: CheckInId, on: String) now -> ();
                /// Moves the check-in of a person that stands on a day to another day, as set by hand.
                change check_in_drag(person: PersonId, from: String, to: String) now -> ();
                /// What "Level" would do.
                read level_plan() now -> load_plans::FullDays, stale(people, settings, check_ins);
                /// Levels the days. Returns how many check-ins moved.
                change level_take() now -> u32;
                /// The offer to begin from today; null where there is none.
                read fresh_start_offer() now -> Option<load_plans::FreshStart>, stale(people, settings, check_ins);
                /// Spreads everybody who is due by their rhythm over the coming days.
                change fresh_start() now -> u32;
                /// Offers no fresh start for 30 days.
                keep fresh_start_refuse() now -> ();
                /// Offers no other rhythm with a person for 90 days.
                change learned_rhythm_refuse(person: PersonId) now -> ();
            }
            commitments {
                /// All promises with a person, and how many of mine were kept on time.
                read commitments_of(person: PersonId) now -> commitments::CommitmentsOf,
                    stale(people, commitments, settings);
                /// A promise.
                read commitment(id: CommitmentId) now -> commitments::Commitment, stale(people, commitments, settings);
                /// The promises that stand on Today: at most `limit` of mine, and of theirs.
                read commitments_today(limit: u32) now -> commitments::StandingCommitments,
                    stale(people, commitments, settings);
                /// The promises behind the rate of mine to everybody.
                read commitments_counted(limit: u32) now -> commitments::Counted, stale(people, commitments);
                /// Adds a promise.
                change commitment_add(commitment: commitments::NewCommitment) now -> CommitmentId;
                /// Corrects a promise.
                change commitment_edit(id: CommitmentId, edit: commitments::CommitmentEdit) now -> ();
                /// Gives a promise another day, as typed. `agreed`: the other side agrees.
                change commitment_move(id: CommitmentId, when: String, agreed: bool) now -> ();
                /// Ends a promise; `why` is a line of the user's own or empty.
                change commitment_end(id: CommitmentId, end: commitments::CommitmentEnd, why: String) now -> ();
                /// Makes a promise open again.
                change commitment_reopen(id: CommitmentId) now -> ();
                /// Counts a kept promise of mine as given to everybody it was with.
                change commitment_count_as_given(id: CommitmentId) now -> ();
                /// The draft that tells about another day, as typed; it may be empty.
                read commitment_letter(id: CommitmentId, when: String) now -> commitments::Letter;
                /// Opens that draft in the system's mail program.
                own commitment_mail(id: CommitmentId, when: String) -> ();
            }
            introductions {
                /// All introductions that a person is part of, and those that Kith proposes.
                read introductions_of(person: PersonId) now -> introducing::IntroductionsOf,
                    stale(people, introductions, refused_introductions, topic_lines, relationships, settings);
                /// An introduction.
                read introduction(id: IntroductionId) now -> introducing::Introduction,
                    stale(people, introductions, settings);
                /// The introductions that stand on Today, at most `limit`.
                read introductions_today(limit: u32) now -> introducing::StandingIntroductions,
                    stale(people, introductions, relationships);
                /// Two of the user's people each, of whom one offers what the other looks for.
                read could_meet() now -> introducing::CouldMeet,
                    stale(people, introductions, refused_introductions, topic_lines, relationships, settings, ties);
                /// What to know before beginning an introduction.
                read introduction_notes(by: introductions::Introducer, who: Vec<PersonId>) now -> Vec<String>,
                    stale(people, introductions, relationships);
                /// Begins an introduction. Nobody is asked yet.
                change introduction_add(new: introducing::NewIntroduction) now -> IntroductionId;
                /// Takes an introduction a step further.
                change introduction_step(id: IntroductionId, step: introducing::IntroductionStep) now -> ();
                /// Corrects why people are introduced.
                change introduction_edit(id: IntroductionId, why: String) now -> ();
                /// Removes an introduction.
                change introduction_remove(id: IntroductionId) now -> ();
                /// Does not propose to introduce these two any more.
                change introduction_refuse(one: PersonId, other: PersonId) now -> ();
                /// These two may be proposed again.
                change introduction_allow(one: PersonId, other: PersonId) now -> ();
            }
            reflections {
                /// What there is to look back at.
                read reflect() now -> pages::Reflect, stale(people, interactions, pitches, quarters);
                /// How the user listened, with the first `limit` reflections.
                read conversations(limit: u32) now -> reflections::Conversations,
                    stale(people, interactions, settings);
                /// Reflections from `offset` on, the last conversation first, at most 500.
                read reflections_list(offset: u32, limit: u32) now -> reflections::ReflectionList,
                    stale(people, interactions);
                /// The reflections on conversations with a person, the last first.
                read reflections_of(person: PersonId) now -> Vec<reflections::ReflectedTalk>, stale(person);
                /// Says how the user listened in a conversation and what they heard; with neither, that is removed.
                change reflection_set(talk: InteractionId, said: reflections::Reflection) now -> ();
                /// Leaves out the reflection on a conversation: Kith does not ask for it again.
                keep reflection_skip(talk: InteractionId) now -> ();
                /// The quarter to look back at, or the one that begins on a day.
                read quarter(first_on: Option<Day>) now -> quarters::QuarterShown,
                    stale(people, quarters, interactions, commitments, introductions);
                /// Keeps what the user says of a quarter, in place of what they said before.
                change quarter_set(first_on: Day, said: quarters::QuarterSaid) now -> ();
                /// All pitches, in the order in which they were added.
                read pitches() -> Vec<pitches::Pitch>, stale(people, pitches, pitch_people, settings);
                /// How long these parts take to say.
                read pitch_time(parts: pitches::PitchParts) -> pitches::SpeakingTime, stale(settings);
                /// Adds a pitch.
                change pitch_add(pitch: pitches::NewPitch) now -> PitchId;
                /// Changes a pitch.
                change pitch_edit(id: PitchId, pitch: pitches::NewPitch) now -> ();
                /// Removes a pitch.
                change pitch_remove(id: PitchId) now -> ();
            }
            attributes {
                /// The attributes of the user's own choosing, with their choices.
                read attributes_list() -> Vec<attributes::Attribute>,
                    stale(people, attributes, attribute_choices, person_attributes);
                /// What a person has of them.
                read attributes_of(person: PersonId) -> Vec<attributes::PersonAttribute>,
                    stale(person, attributes, attribute_choices, person_attributes);
                /// Adds an attribute with what can be chosen.
                change attribute_add(name: String, choices: Vec<String>) now -> AttributeId;
                /// Changes what an attribute is.
                change attribute_edit(id: AttributeId, edit: attributes::AttributeEdit) now -> ();
                /// Removes an attribute, and takes it from everybody.
                change attribute_remove(id: AttributeId) now -> ();
                /// Says what people have of an attribute; without a choice, that it is not known.
                change attribute_set(people: Vec<PersonId>, attribute: AttributeId, choice: Option<ChoiceId>) now -> ();
            }
            balance {
                /// How the user's network is made, but for its structure.
                read balance() now -> balance::Balance,
                    stale(people, kinds, relationships, person_tags, how_met, exchanges, introductions, attributes,
                        attribute_choices, person_attributes);
                /// The people of one value of a figure of `balance`, by the label of its group.
                read balance_people(figure: balance::BalanceFigure, label: String) now -> balance::BalancePeople,
                    stale(people, kinds, relationships, person_tags, how_met, introductions, attributes, attribute_choices,
                        person_attributes);
                /// At most five people who lead to a value that few or nobody has.
                own balance_leads(figure: balance::BalanceFigure, label: String) -> balance::BalanceLeads,
                    stale(people, kinds, relationships, person_tags, how_met, introductions, attributes, attribute_choices,
                        person_attributes, ties, topic_lines);
                /// How open the network is and who connects its groups. Slow in a large network.
                own balance_structure() -> balance::BalanceStructure, stale(people, ties, relationships, settings);
                /// Stops work that takes long; it answers with the code `stopped`.
                own slow_stop(what: Slow) -> ();
            }
            goals {
                /// All needs, with who stands at their parts.
                own goals() -> needing::Goals,
                    stale(people, goals, goal_parts, goal_helpers, goal_people, relationships, settings);
                /// A need with everything that its page shows.
                own goal(id: GoalId) -> needing::Goal,
                    stale(people, goals, goal_parts, goal_helpers, goal_people, goal_steps, goal_talks, relationships,
                        ties, settings);
                /// Who could help with a part of a need.
                own goal_part_could_help(part: GoalPartId) -> needing::CouldHelpWith,
                    stale(people, goal_parts, goal_helpers, person_tags, topic_lines, relationships);
                /// Who could help with something.
                own who_could_help(what: String) -> needing::CouldHelpWith,
                    stale(people, person_tags, topic_lines, relationships);
                /// The last talks with people of a need that are not said to be about it.
                read goal_talks(id: GoalId) -> needing::GoalTalks, stale(people, goal_talks, goal_people);
                /// The needs that a person has to do with.
                read goals_of(person: PersonId) now -> Vec<needing::GoalOfPerson>,
                    stale(person, goals, goal_parts, goal_helpers, goal_people, goal_steps);
                /// The open needs that somebody of these has to do with.
                read goals_open_with(people: Vec<PersonId>) now -> Vec<goals::GoalRow>,
                    stale(goals, goal_people);
                /// The needs that have the typed words, the open ones first; all without words.
                read goals_find(text: String, limit: u32) now -> Vec<goals::GoalRow>, stale(goals, goal_parts);
                /// The user's steps that stand on Today, at most `limit`.
                read goal_steps_today(limit: u32) now -> goals::StandingSteps,
                    stale(people, goals, goal_steps, settings);
                /// Writes a need down.
                change goal_add(goal: goals::NewGoal) now -> GoalId;
                /// Corrects what a need is, why, by when, and how it turned out.
                change goal_edit(id: GoalId, edit: goals::GoalEdit) now -> ();
                /// Closes a need; `outcome` says how it turned out.
                change goal_close(id: GoalId, end: goals::GoalEnd, outcome: String) now -> ();
                /// Opens a need again.
                change goal_reopen(id: GoalId) now -> ();
                /// Removes a need.
                change goal_remove(id: GoalId) now -> ();
                /// Adds a part to a need.
                change goal_part_add(goal: GoalId, part: goals::NewGoalPart) now -> GoalPartId;
                /// Corrects a part of a need.
                change goal_part_edit(id: GoalPartId, part: goals::NewGoalPart) now -> ();
                /// Removes a part of a need.
                change goal_part_remove(id: GoalPartId) now -> ();
                /// Puts people at a part of a need.
                change goal_helpers_add(part: GoalPartId, people: Vec<PersonId>, role: goals::HelperRole) now -> ();
                /// Says which part a person has in a part of a need.
                change goal_helper_set(part: GoalPartId, person: PersonId, role: goals::HelperRole) now -> ();
                /// Takes a person away from a part of a need.
                change goal_helper_remove(part: GoalPartId, person: PersonId) now -> ();
                /// Says what say and what interest a person has in a need, each from 1 to 5 or unsaid.
                change goal_place(goal: GoalId, person: PersonId, say: Option<u8>, interest: Option<u8>) now -> ();
                /// Says whether a person wants what a need is about, too.
                change goal_share(goal: GoalId, person: PersonId, shares: bool) now -> ();
                /// Adds a step to a need.
                change goal_step_add(goal: GoalId, step: goals::NewGoalStep) now -> GoalStepId;
                /// Corrects a step of a need.
                change goal_step_edit(id: GoalStepId, step: goals::NewGoalStep) now -> ();
                /// Says that a step was done, or that it is open after all.
                change goal_step_finish(id: GoalStepId, done: bool) now -> ();
                /// Removes a step.
                change goal_step_remove(id: GoalStepId) now -> ();
                /// Says whether a talk was about a need.
                change goal_talk_set(goal: GoalId, talk: InteractionId, is_about: bool) now -> ();
            }
            events {
                /// An event and who was there.
                read event(id: EventId) now -> events::EventShown, stale(people, events, settings);
                /// The events that match the typed words by name or place, the last first; all without words.
                read events_find(text: String, limit: u32) now -> Vec<events::EventRow>, stale(people, events);
                /// How the user met a person, and the events at which they were.
                read events_of(person: PersonId) now -> events::EventsOf, stale(people, events);
                /// The follow-ups that stand on Today, by event.
                read follow_ups_today() now -> Vec<events::StandingFollowUp>,
                    stale(people, events, check_ins, settings);
                /// What the form of an event says; `event` is the one that is corrected.
                read event_hints(when: String, people: Vec<PersonId>, event: Option<EventId>) now
                    -> events::EventHints;
                /// Adds an event.
                change event_add(event: events::NewEvent) now -> EventId;
                /// Corrects an event and who was there.
                change event_edit(id: EventId, event: events::NewEvent) now -> ();
                /// Removes an event.
                change event_remove(id: EventId) now -> ();
                /// Says how the user met a person.
                change how_met_set(person: PersonId, said: events::NewHowMet) now -> ();
                /// The first steps that are offered with somebody new.
                read first_steps_of(person: PersonId) now -> Vec<first_steps::FirstStepOffered>,
                    stale(person, events, settings);
                /// A first step was taken or put away: it is not offered again.
                change first_step_answer(
                    person: PersonId,
                    step: first_steps::FirstStep,
                    answer: first_steps::StepAnswer,
                ) now -> ();
            }
            exchanges {
                /// Give and take with a person, with the newest `limit` entries.
                read exchanges_of(person: PersonId, limit: u32) now -> exchanges::ExchangesOf,
                    stale(person, exchanges, commitments, settings);
                /// The sorts of value to choose from, each with its usual size.
                read exchange_sorts() -> Vec<exchanges::SortOfExchange>;
                /// Writes down what was given or received.
                change exchange_add(person: PersonId, exchange: exchanges::NewExchange) now -> ExchangeId;
                /// Corrects an entry.
                change exchange_edit(id: ExchangeId, exchange: exchanges::NewExchange) now -> ();
                /// Removes an entry.
                change exchange_remove(id: ExchangeId) now -> ();
                /// A thing lent came back today.
                change exchange_back(id: ExchangeId) now -> ();
                /// Calls give and take with a person settled as of today: what came before no longer counts.
                change exchanges_settle(person: PersonId) now -> ();
                /// Takes the last settlement with a person away.
                change exchanges_unsettle(person: PersonId) now -> ();
            }
            next_lines {
                /// The line for next time with a person.
                read next_line_of(person: PersonId) -> Option<next_lines::NextLine>, stale(person);
                /// Writes the line for next time with each of these people; an empty text removes it.
                change next_line_set(people: Vec<PersonId>, text: String) now -> ();
            }
            shares {
                /// Things kept to share with a person: those not shared yet first.
                read shares_of(person: PersonId) now -> Vec<shares::Share>, stale(person, shares);
                /// Things kept to share with any of these people and not shared with them yet.
                read shares_open_with(people: Vec<PersonId>) -> Vec<shares::OpenShare>, stale(shares);
                /// Keeps a thing to share.
                change share_add(share: shares::NewShare) now -> ShareId;
                /// Corrects a thing and for whom it is.
                change share_edit(id: ShareId, share: shares::NewShare) now -> ();
                /// Removes a thing.
                change share_remove(id: ShareId) now -> ();
                /// Says that a thing was shared with a person today, or that it was not.
                change share_mark(id: ShareId, person: PersonId, shared: bool) now -> ();
                /// Opens the link of a thing with the system's program for it.
                own share_open(id: ShareId) -> ();
            }
            openers {
                /// Lines to begin a talk with a person, at most three, the best first.
                read openers_of(person: PersonId) now -> Vec<openers::Opener>,
                    stale(people, commitments, shares, topic_lines, settings);
                /// "Not this": an opener rests for 14 days.
                change opener_rest(person: PersonId, sort: openers::OpenerSort, item: i64) now -> ();
            }
            relationships {
                /// Makes the same edit to the user's relationship to each of these people.
                change relationship_edit(ids: Vec<PersonId>, edit: keeping_close::RelationshipEdit) now -> ();
                /// Edits the user's relationships to several groups of people, each group with its own edit.
                change relationships_edit(groups: Vec<keeping_close::GroupEdit>) now -> ();
                /// The boundaries with a person.
                read boundaries_of(person: PersonId) now -> boundaries::BoundariesOf,
                    stale(person, kinds, relationships, settings);
                /// Says what the boundaries with a person are.
                change boundaries_set(person: PersonId, said: boundaries::Boundaries) now -> ();
                /// What boundaries say to a note about people, or to a value of a size given or received.
                read boundary_notes(people: Vec<PersonId>, text: String, size: Option<u8>) now -> Vec<String>;
                /// What usually holds with people of each kind.
                read kind_boundaries() -> Vec<boundaries::KindBoundary>, stale(kinds, kind_boundaries);
                /// Says what usually holds with people of a kind.
                change kind_boundary_set(said: boundaries::KindBoundary) now -> ();
                /// Time zones whose name has the typed words.
                read zones_find(text: String) now -> Vec<boundaries::ZoneFound>;
                /// Declares a conflict of interest of a person.
                change conflict_add(person: PersonId, new: boundaries::NewConflict) now -> ConflictId;
                /// Changes a conflict of interest.
                change conflict_edit(id: ConflictId, new: boundaries::NewConflict) now -> ();
                /// Removes a conflict of interest.
                change conflict_remove(id: ConflictId) now -> ();
                /// Says that there is no conflict of interest with a person.
                change conflict_refuse(person: PersonId) now -> ();
                /// The nature of the relationship to a person.
                read nature_of(person: PersonId) now -> natures::NatureOf, stale(person);
                /// Says what the nature of the relationship to a person is.
                change nature_set(person: PersonId, said: natures::Nature) now -> ();
                /// The changes of a person's status, and the ends that came by themselves; the last first.
                read status_events(person: PersonId) now -> Vec<status_changes::StatusEvent>, stale(person, settings);
                /// The choices of how long to let it cool that can be offered now.
                read cooling_options() now -> Vec<keeping_close::CoolingOption>;
                /// When one comes back after cooling off until a typed time.
                read cooling_preview(text: String) now -> keeping_close::CoolingPreview;
                /// Adds a kind.
                change kind_add(kind: relationships::NewKind) now -> KindId;
                /// Changes a kind.
                change kind_edit(id: KindId, kind: relationships::NewKind) now -> ();
                /// Removes a kind that no person has.
                change kind_remove(id: KindId) now -> ();
                /// Sets the cadence of all people of a kind to that of the kind. Returns how many had another one.
                change kind_rhythm_for_all(id: KindId) now -> u32;
                /// How a person's warmth is computed; null if no conversation was logged.
                read warmth_explained(person: PersonId) now -> Option<people_list::WarmthExplained>,
                    stale(person, settings);
                /// An example of warmth for the settings.
                read warmth_example() now -> Option<people_list::WarmthExample>, stale(people, settings);
            }
            communication {
                /// How somebody likes to talk; nothing where it is not said.
                read communication_of(person: PersonId) -> Option<communication::Communication>, stale(person);
                /// A richer channel for the next talk, after several lean ones.
                read richer_channel(person: PersonId) now -> Option<communication::RicherChannel>, stale(person);
                /// Says how somebody likes to talk.
                change communication_set(person: PersonId, said: communication::Communication) now -> ();
            }
            facts {
                /// The facts about a person: short lines about interests, family, causes and so on.
                read facts_of(person: PersonId) -> Vec<facts::Fact>, stale(person);
                /// Adds a fact about a person.
                change fact_add(person: PersonId, fact: facts::NewFact) now -> FactId;
                /// Corrects a fact about a person.
                change fact_edit(id: FactId, fact: facts::NewFact) now -> ();
                /// Removes a fact about a person.
                change fact_remove(id: FactId) now -> ();
            }
            drafts {
                /// What one could write to a person, filled from the book; without some parts that are known.
                read draft(person: PersonId, sort: drafts::DraftSort, without: Vec<drafts::DraftPart>) now
                    -> drafts::Draft, stale(person, settings);
                /// The words of a text to a person that tell of a private line about them, or are off limits with them.
                read draft_marks(person: PersonId, text: String) -> Vec<drafts::DraftMark>, stale(person);
                /// The templates of drafts.
                read draft_templates() -> Vec<drafts::DraftTemplate>, stale(settings);
                /// A draft to one of the people of an introduction.
                read introduction_draft(
                    id: IntroductionId,
                    person: PersonId,
                    sort: drafts::DraftSort,
                    without: Vec<drafts::DraftPart>,
                ) now -> drafts::Draft, stale(people, introductions, settings);
                /// Logs that a draft was sent, and the step that it was written for.
                change draft_sent(sent: drafts::SentDraft) now -> InteractionId;
                /// Opens a text to several people in the system's mail program. Returns whether it was cut.
                own introduction_mail(people: Vec<PersonId>, subject: String, text: String) -> bool;
                /// Opens a text to a person in the system's mail program. Returns whether it was cut.
                own draft_mail(person: PersonId, subject: String, text: String) -> bool;
            }
            topics {
                /// What a person offers, looks for and knows about; without a person, what the user does.
                read topics_of(person: Option<PersonId>) -> Vec<topics::TopicLine>, stale(topic_lines);
                /// The topics in use that have the typed words; without text all. At most `limit` are listed.
                read topics_find(text: String, limit: u32) -> topics::TopicsFound, stale(people, topic_lines);
                /// Says that a person (without one: the user) offers, looks for or knows about a topic.
                change topic_add(person: Option<PersonId>, stance: topics::Stance, topic: String) now -> TopicLineId;
                /// Takes a topic from whoever has it.
                change topic_remove(id: TopicLineId) now -> ();
                /// Renames a topic. Where a topic of that name is in use, the two become one.
                change topic_rename(from: String, to: String) now -> topics::TopicRenamed;
                /// What a person looks for and others, or the user, offer.
                read matches_for(person: PersonId) now -> Vec<topics::TopicMatch>,
                    stale(people, topic_lines, relationships);
            }
            ties {
                /// All people that a person knows. To be requested again also when one of them was changed.
                read ties_of(person: PersonId) now -> ties::PersonTies, stale(person);
                /// Adds a tie between two people.
                change tie_add(tie: ties::NewTie) now -> TieId;
                /// Corrects or ends a tie.
                change tie_edit(id: TieId, tie: ties::NewTie) now -> ();
                /// Removes a tie.
                change tie_remove(id: TieId) now -> ();
                /// The likeliest `limit` of the proposed ties.
                read ties_proposed(limit: u32) now -> ties::Proposals, stale(people);
                /// Accepts or refuses proposed ties. Returns how many were accepted.
                change ties_decide(yes: Vec<ties::TiePair>, no: Vec<ties::TiePair>) now -> u32;
            }
            map {
                /// Starts a drawing, and stops the one before it.
                own map_draw(view: map::MapView) -> map::MapDrawn, stale(people, person_tags, kinds, relationships);
                /// Waits for a layout of the drawing newer than number `after` (0: any). The answer has 32-bit floats:
                /// the number of the layout, the share of the computation that is done (1: final), then x and y of each
                /// person, the user last.
                own map_places(drawing: u32, after: u32) -> Bytes;
                /// The numbers in the picture of the people that pass the filter.
                own map_matching(drawing: u32, filter: map::MapFilter) -> Vec<u32>;
                /// Rows of the map's list, from `offset`.
                own map_rows(drawing: u32, filter: map::MapFilter, sort: map::MapSort, offset: u32, limit: u32)
                    -> map::MapRows;
                /// The side panel of a person.
                own map_panel(drawing: u32, person: PersonId) -> map::MapPanel;
                /// The side panel of an organisation.
                own map_organisation(id: OrganisationId) -> map::OrganisationPanel, stale(people);
                /// Pins a person at a place, in pixels at scale 1.
                change map_pin(person: PersonId, x: f32, y: f32) now -> ();
                /// Unpins people: these, or all (null). Returns how many.
                change map_unpin(people: Option<Vec<PersonId>>) now -> u32;
                /// Deletes all stored places except the pinned ones, so that the next drawing starts from the beginning.
                keep map_forget() -> ();
                /// Who offers a topic or knows about it, or who looks for it, and through whom they are reached.
                own who_knows(asked: knowing::WhoAsked, topic: String) -> knowing::WhoKnows,
                    stale(people, person_tags, topic_lines, relationships);
                /// The ways in to a person.
                own ways_in(to: PersonId) -> map::WaysIn, stale(people, settings);
            }
            trash {
                /// Moves people to the trash.
                change people_trash(ids: Vec<PersonId>) now -> ();
                /// Restores people from the trash.
                change people_restore(ids: Vec<PersonId>) now -> ();
                /// The people in the trash, with the number of days left.
                read trash_list() now -> Vec<trash::Trashed>, stale(people);
                /// Deletes people in the trash for good: these, or all (null). Returns how many.
                change trash_empty(ids: Option<Vec<PersonId>>) -> u32;
            }
            unsaved {
                /// Stores the unsaved text of a field; null deletes it.
                keep unsaved_save(key: String, text: Option<String>) now -> ();
                /// All unsaved texts.
                read unsaved_list() -> Vec<unsaved::Unsaved>;
            }
            undo {
                /// Undoes the last change.
                change undo() now -> undo::Undone;
                /// Does again what was undone last.
                change redo() now -> undo::Undone;
                /// Undoes one operation, except for people that later ones changed too.
                change undo_operation(id: OperationId) now -> undo::Undone;
                /// The newest operations, newest first.
                read history(limit: u32) now -> Vec<undo::Operation>, stale(anything);
            }
            import {
                /// Lets the user choose files. Returns the token of their plan; null if none was chosen.
                own import_choose() -> Option<String>;
                /// Lets the user choose folders. Returns like `import_choose`.
                own import_choose_folder() -> Option<String>;
                /// Starts a plan from pasted cards. Returns its token.
                own import_paste(text: String) -> String;
                /// The totals of a plan; null while a thread works on it.
                own import_summary(token: String) -> Option<import::ImportSummary>;
                /// Rows of the preview, from `offset`.
                own import_rows(token: String, filter: import::ImportFilter, offset: u32, limit: u32)
                    -> import::ImportRows;
                /// All details of one card in the preview.
                own import_details(token: String, index: u32) -> import::ImportDetails;
                /// Decides what to do with some rows, or with all that pass the filter (null).
                own import_decide(
                    token: String,
                    indexes: Option<Vec<u32>>,
                    filter: import::ImportFilter,
                    decision: import::Decision,
                ) -> import::ImportSummary;
                /// Decides which value one field of an update keeps.
                own import_decide_field(token: String, index: u32, key: String, take: import::Take)
                    -> import::ImportDetails;
                /// Decides which values the fields of all updates keep.
                own import_take_all(token: String, take: import::TakeAll) -> import::ImportSummary;
                /// Decides whom to keep close, with which kind: some rows, or all that pass the filter (null).
                own import_keep_close(
                    token: String,
                    indexes: Option<Vec<u32>>,
                    filter: Option<import::ImportFilter>,
                    kind: Option<KindId>,
                ) -> import::ImportSummary;
                /// Replaces a card that could not be read by a corrected one.
                own import_fix(token: String, index: u32, text: String) -> import::ImportSummary;
                /// Imports what the user decided.
                own import_apply(token: String) -> Done<import::ImportReport>;
                /// Stops reading or importing. An import that was stopped has changed nothing.
                own import_stop(token: String) -> ();
                /// Drops a plan.
                own import_cancel(token: String) -> ();
            }
            export {
                /// Exports people (null: all) as vCards to a file that the user chooses; null if they choose none.
                own export_cards(people: Option<Vec<PersonId>>, style: export::CardStyle) -> Option<Exported>;
                /// Exports the whole book as JSON to a file that the user chooses; null if they choose none.
                own export_book() -> Option<Exported>;
                /// Writes the network as GraphML to a file that the user chooses, with the attributes of their own choosing
                /// if `with_attributes`; null if they choose none.
                own export_graphml(with_attributes: bool) -> Option<Exported>;
                /// Writes the network as CSV, a file of people and one of ties, to a folder that the user chooses; null
                /// if they choose none.
                own export_network_csv(with_attributes: bool) -> Option<Exported>;
                /// Replaces the book by one read from a JSON export, after making a backup of the book; null if the user
                /// chooses no file.
                own read_book() -> Option<BookState>;
                /// Saves the map as PNG to a file that the user chooses; null if they choose none.
                own picture_save_png(picture: PlainBytes) -> Option<PictureSaved>;
                /// Saves the map as SVG to a file that the user chooses; null if they choose none.
                own picture_save_svg(picture: PlainBytes) -> Option<PictureSaved>;
            }
            reminders {
                /// The conditions for reminders outside the book, as they are now.
                own reminders_state() -> RemindersState, stale(settings);
                /// Makes Kith start with the session, or no longer.
                own autostart_set(on: bool) -> ();
                /// Shows a test notification.
                own reminder_test() -> ();
            }
            backups {
                /// All backups, even if the book cannot be opened.
                own backups_list() -> Backups, stale(backups);
                /// What Kith does in the background and what fails at present.
                own troubles() -> Vec<Trouble>, stale(troubles);
                /// Makes a backup now.
                own backup_now() -> Done<backups::Backup>;
                /// Replaces the book by a backup, after making a backup of the book.
                own backup_restore(name: String) -> BookState;
                /// Starts a new, empty book. A damaged one, or a file that is in its place, is renamed.
                own book_new() -> BookState;
                /// Opens the file that is in the place of a lost book now.
                own book_go_on() -> BookState;
                /// Looks again for the file of a lost book.
                own book_look() -> BookState;
                /// The place of the open book, and its size.
                own book_place() -> BookPlace, stale(people);
                /// Moves the book and its backups to a folder that the user chooses; null if they choose none.
                own book_move() -> Option<BookState>;
                /// Opens the book in a folder that the user chooses, if it is missing where it was moved to; null if
                /// they choose none.
                own book_find() -> Option<BookState>;
                /// Shows a folder in the system's file manager.
                own show_folder(what: Folder) -> ();
            }
        }
    };
}
