//! One look at the clock, the book and the desktop: what is due is shown, what was answered goes.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use chrono_tz::Tz;
use kith_core::reminders::{Popped, Run};
use kith_core::today::TickState;
use kith_core::{Changes, Result};
use tauri::{AppHandle, Runtime};

use super::bus::Server;
use super::held;
use super::screen::put_up;
use super::show;
use super::words::{self, Manner};
use crate::mutex::locked;
use crate::state;
use crate::tray::Tray;
use crate::wire::{Notifications, TroubleWith};
use crate::{clock, tell_page, troubles, window};

/// At sign-in the tray may come after Kith.
const TRAY_WITHIN: Duration = Duration::from_secs(10);
const SOON: Duration = Duration::from_millis(500);
/// How often a notification is asked to go: the first time it may still be on its way.
const ASK: u8 = 3;

/// What is known from one look to the next.
pub struct Round<R: Runtime> {
    app: AppHandle<R>,
    /// The core's run for an opening of the book.
    run: Option<(u64, Run)>,
    /// For which opening and on which day people to take up again were last chosen.
    chosen: Option<(u64, chrono::NaiveDate)>,
    /// What popped up while this process ran, whichever file was the book then: a restored backup does not
    /// know of it.
    popped: Vec<Popped>,
    /// What the last look saw.
    seen: Option<Seen>,
    tray: Tray<R>,
    /// Started hidden, and no tray icon yet to be hidden behind.
    undecided: Option<Instant>,
}

/// What the page shows, and nobody tells it of.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Seen {
    today: NaiveDate,
    zone: Tz,
    notifications: Notifications,
    in_tray: bool,
    /// How many check-ins stood on Today.
    due: u32,
}

impl<R: Runtime> Round<R> {
    /// Before the first look.
    pub fn new(app: &AppHandle<R>) -> Self {
        Self {
            app: app.clone(),
            run: None,
            chosen: None,
            popped: Vec::new(),
            seen: None,
            tray: Tray::new(app),
            undecided: window::is_quiet(app).then(Instant::now),
        }
    }

    /// Looks once; answers when to look again, where it is to be soon.
    pub fn go(&mut self) -> Option<Duration> {
        let state = state::of(&self.app);
        let (opening, server) = (state.opening(), held::of(&self.app).bus.server());
        let begun = opening.map_or(Ok(()), |opening| self.begin(opening));
        let chosen = opening.map_or(Ok(()), |opening| self.choose(opening));
        let looked = opening.map_or(Ok(None), |opening| self.look(opening));
        let look = looked.as_ref().map(Option::as_ref);
        let closing = look.is_ok_and(|look| self.take_down(opening, look, server));
        let look = look.unwrap_or_default();
        let reminded = match (opening, look) {
            (Some(opening), Some(look)) => {
                self.tray.suit(look.background.then_some(look.due));
                self.remind(opening, look, server)
            }
            _ => Ok(()),
        };
        self.tell(look, server);
        let went = begun.and(chosen).and(looked.map(drop)).and(reminded);
        troubles::went(&self.app, TroubleWith::Reminders, &went);
        let waiting = self.settle();
        (closing || waiting).then_some(SOON)
    }

    /// Once a day: whom to take up again this week, and what is let be. It reads all talks, so it is not done for the
    /// window.
    fn choose(&mut self, opening: u64) -> Result<()> {
        let now = clock::now();
        if self.chosen == Some((opening, now.today())) {
            return Ok(());
        }
        self.chosen = Some((opening, now.today()));
        let state = state::of(&self.app);
        if let Some(changes) = state.with_opening(opening, |book| book.revivals_choose(&now))? {
            tell_page::changed_unless_nothing(&self.app, &changes);
        }
        if let Some(changes) = state.with_opening(opening, |book| book.follow_ups_let_be(&now))? {
            tell_page::changed_unless_nothing(&self.app, &changes);
        }
        Ok(())
    }

    /// What the book says, in one read; `None` where it is no longer open as it was.
    fn look(&self, opening: u64) -> Result<Option<TickState>> {
        let state = state::of(&self.app);
        let up: Vec<_> = locked(&held::of(&self.app).up)
            .values()
            .filter(|up| up.opening == opening)
            .flat_map(|up| up.keys.clone())
            .collect();
        state.with_opening(opening, |book| {
            book.reminders_tick_state(&up, &clock::now())
        })
    }

    /// At midnight, in another zone and when a snooze ends, Today is another one; Settings say what the
    /// desktop can do.
    fn tell(&mut self, look: Option<&TickState>, server: Server) {
        let now = clock::now();
        let due = match look {
            Some(look) => Ok(look.due),
            // The sample has a Today too.
            None => state::of(&self.app).with(|book| book.today_count(&now)),
        };
        let seen = Seen {
            today: now.today(),
            zone: now.zone,
            notifications: server.told(),
            in_tray: window::is_in_tray(&self.app),
            due: due.unwrap_or_default(),
        };
        let Some(last) = self.seen.replace(seen) else {
            return;
        };
        let same_day = (last.today, last.zone) == (seen.today, seen.zone);
        let same_desktop = Seen {
            today: seen.today,
            due: seen.due,
            ..last
        } == seen;
        // What the page shows of the desktop stands beside the settings.
        let tables = if same_desktop {
            Vec::new()
        } else {
            vec!["settings".to_owned()]
        };
        let changes = Changes {
            // Fewer are due only by a change, which has told of itself.
            all_people: !same_day || seen.due > last.due,
            tables,
            ..Changes::default()
        };
        tell_page::changed_unless_nothing(&self.app, &changes);
    }

    /// Takes down what no longer stands; whether some may still have to be asked again.
    fn take_down(&self, opening: Option<u64>, look: Option<&TickState>, server: Server) -> bool {
        let standing: HashSet<_> = look.iter().flat_map(|look| &look.standing).collect();
        let up = &held::of(&self.app).up;
        let mut gone = Vec::new();
        locked(up).retain(|id, up| {
            if Some(up.opening) == opening && up.keys.iter().any(|key| standing.contains(key)) {
                return true;
            }
            gone.push(*id);
            up.asked += 1;
            // Only Linux tells when it has gone.
            cfg!(target_os = "linux") && up.asked < ASK
        });
        let asked = !gone.is_empty();
        // One that does not answer would be waited for.
        if asked && server == Server::Answers {
            show::take_down(&self.app, gone);
        }
        asked
    }

    /// Claims what is due, shows it, and says so.
    fn remind(&mut self, opening: u64, look: &TickState, server: Server) -> Result<()> {
        let run = self.run.filter(|(of, _)| *of == opening);
        let Some((_, run)) = run.filter(|_| look.rings && self.can_show(server)) else {
            return Ok(());
        };
        let state = state::of(&self.app);
        let now = clock::now();
        let due = state.with_opening(opening, |book| book.reminders_claim(run, &now))?;
        let Some(due) = due.filter(|due| !due.is_empty()) else {
            return Ok(());
        };
        let manner = Manner {
            hide_names: look.hide_names,
            markup: held::of(&self.app).bus.reads_markup(),
        };
        for notice in words::notices(&due, manner) {
            put_up(&self.app, opening, &notice);
        }
        let keys: Vec<_> = due.into_iter().flat_map(|reminder| reminder.keys).collect();
        let popped = state.with_opening(opening, |book| {
            book.reminders_shown(&keys, &now)?;
            book.reminders_popped()
        })?;
        self.popped = popped.unwrap_or_default();
        Ok(())
    }

    /// Begins the core's run for this opening, where it is a new one.
    fn begin(&mut self, opening: u64) -> Result<()> {
        if self.run.is_some_and(|(of, _)| of == opening) {
            return Ok(());
        }
        let begun = state::of(&self.app).with_opening(opening, |book| {
            book.reminders_have_popped(&self.popped)?;
            Ok((
                book.reminders_begin(&clock::now())?,
                book.reminders_popped()?,
            ))
        })?;
        if let Some((run, popped)) = begun {
            self.run = Some((opening, run));
            self.popped = popped;
        }
        Ok(())
    }

    /// Whether somebody shows what is about to be claimed. One that sleeps is woken for it.
    fn can_show(&self, server: Server) -> bool {
        match server {
            Server::Answers => true,
            Server::Missing | Server::NoBus => false,
            Server::Sleeps => held::of(&self.app).bus.wake_server(),
        }
    }

    /// Started hidden: with a tray icon it stays so; where none comes, the window is minimised.
    /// Whether that is still open.
    fn settle(&mut self) -> bool {
        let Some(since) = self.undecided else {
            return false;
        };
        let decided = !window::is_quiet(&self.app) || window::is_in_tray(&self.app);
        let hope = self.tray.is_wanted()
            && held::of(&self.app).bus.is_there()
            && since.elapsed() < TRAY_WITHIN;
        if !decided && hope {
            return true;
        }
        if !decided {
            window::minimise(&self.app);
        }
        self.undecided = None;
        false
    }
}
