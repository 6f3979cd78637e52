//! The names of the packages that Kith needs, for each system's package manager.

use std::process::Command;

use crate::steps::{Outcome, say, there};
use crate::system::Need;

pub struct Package {
    pub name: &'static str,
    pub why: &'static str,
}

pub enum Manager {
    Apt,
    Dnf,
    Pacman,
    Zypper,
}

const fn p(name: &'static str, why: &'static str) -> Package {
    Package { name, why }
}

const WEBKIT: &str = "the window's page engine, with what is needed to build against it";

const APT_WINDOW: &[Package] = &[
    p("gcc", "compiles SQLite"),
    p("libc6-dev", "compiles SQLite"),
    p("pkg-config", "finds the libraries to build against"),
    p("libwebkit2gtk-4.1-dev", WEBKIT),
    p(
        "librsvg2-common",
        "draws the icons of the system's file dialog",
    ),
];
const APT_TESTS: &[Package] = &[
    p("webkit2gtk-driver", "drives the real window in the tests"),
    p("xvfb", "a screen without a screen"),
    p("openbox", "a window manager for that screen"),
    p("xdotool", "moves the pointer and presses keys there"),
    p(
        "x11-xkb-utils",
        "gives that screen keyboards of other languages",
    ),
    p("dbus-daemon", "a session bus for the tests alone"),
    p("imagemagick", "pictures of that screen"),
    p("util-linux", "ends the tests' programs with the tests"),
    p("procps", "ends the tests' programs with the tests"),
    p("desktop-file-utils", "checks the desktop entry"),
    p("appstream", "checks the description for software centres"),
];
const APT_PACKAGES: &[Package] = &[
    p("desktop-file-utils", "checks the desktop entry"),
    p("appstream", "checks the description for software centres"),
];
const APT_ICONS: &[Package] = &[p("librsvg2-bin", "draws icons from SVG")];

const DNF_WINDOW: &[Package] = &[
    p("gcc", "compiles SQLite"),
    p("pkgconf-pkg-config", "finds the libraries to build against"),
    p("webkit2gtk4.1-devel", WEBKIT),
];
const PACMAN_WINDOW: &[Package] = &[
    p("gcc", "compiles SQLite"),
    p("pkgconf", "finds the libraries to build against"),
    p("webkit2gtk-4.1", WEBKIT),
];
const ZYPPER_WINDOW: &[Package] = &[
    p("gcc", "compiles SQLite"),
    p("pkgconf-pkg-config", "finds the libraries to build against"),
    p("webkit2gtk3-devel", WEBKIT),
];

impl Manager {
    /// The package manager: from /etc/os-release first, then by which program exists.
    pub fn of_this_system(os_release: &str) -> Option<Self> {
        let kin = |names: &[&str]| {
            os_release
                .lines()
                .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")))
                .any(|ids| {
                    ids.trim_matches('"')
                        .split(' ')
                        .any(|id| names.contains(&id))
                })
        };
        if kin(&["debian", "ubuntu"]) || there("apt-get") {
            Some(Self::Apt)
        } else if kin(&["fedora", "rhel"]) || there("dnf") {
            Some(Self::Dnf)
        } else if kin(&["arch"]) || there("pacman") {
            Some(Self::Pacman)
        } else if kin(&["suse", "opensuse"]) || there("zypper") {
            Some(Self::Zypper)
        } else {
            None
        }
    }

    pub fn missing(&self, needs: &[Need]) -> Outcome<Vec<&'static Package>> {
        let mut wanted: Vec<&Package> = Vec::new();
        for package in needs.iter().flat_map(|need| self.packages(*need)) {
            if wanted.iter().all(|other| other.name != package.name) {
                wanted.push(package);
            }
        }
        let here = self.installed(&wanted)?;
        wanted.retain(|package| !here.iter().any(|name| name == package.name));
        Ok(wanted)
    }

    fn packages(&self, need: Need) -> &'static [Package] {
        match (self, need) {
            (Self::Apt, Need::Window) => APT_WINDOW,
            (Self::Apt, Need::Tests) => APT_TESTS,
            (Self::Apt, Need::Packages) => APT_PACKAGES,
            (Self::Apt, Need::Icons) => APT_ICONS,
            (Self::Dnf, Need::Window) => DNF_WINDOW,
            (Self::Pacman, Need::Window) => PACMAN_WINDOW,
            (Self::Zypper, Need::Window) => ZYPPER_WINDOW,
            (_, Need::Tests) => {
                say(
                    "Names of the test tools are known for Debian and its kin only. The tests of the real window",
                );
                say("need WebKitWebDriver, Xvfb, openbox, xdotool, dbus-daemon and ImageMagick.");
                &[]
            }
            (_, Need::Packages | Need::Icons) => &[],
        }
    }

    fn installed(&self, wanted: &[&Package]) -> Outcome<Vec<String>> {
        let (program, arguments): (_, &[&str]) = match self {
            Self::Apt => (
                "dpkg-query",
                &["-W", "-f", "${Package} ${db:Status-Status}\n"],
            ),
            Self::Dnf | Self::Zypper => ("rpm", &["-q", "--qf", "%{NAME} installed\n"]),
            Self::Pacman => ("pacman", &["-Q"]),
        };
        // The program fails if a package is unknown; its output tells which are installed.
        let out = Command::new(program)
            .args(arguments)
            .args(wanted.iter().map(|package| package.name))
            .output()
            .map_err(|e| format!("{program} cannot be started: {e}"))?;
        let text = String::from_utf8_lossy(&out.stdout);
        let names = text.lines().filter_map(|line| match line.split_once(' ') {
            Some((name, state)) if state == "installed" || matches!(self, Self::Pacman) => {
                Some(name.to_owned())
            }
            _ => None,
        });
        Ok(names.collect())
    }

    /// The commands that install these packages, in order.
    pub fn install(&self, packages: &[&Package]) -> Vec<Vec<String>> {
        let words = |start: &str, names: bool| {
            let names = packages
                .iter()
                .filter(|_| names)
                .map(|package| package.name);
            start.split(' ').chain(names).map(String::from).collect()
        };
        match self {
            Self::Apt => vec![
                words("apt-get update", false),
                words("apt-get install -y --no-install-recommends", true),
            ],
            Self::Dnf => vec![words("dnf install -y", true)],
            Self::Pacman => vec![words("pacman -S --needed --noconfirm", true)],
            Self::Zypper => vec![words("zypper --non-interactive install", true)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_kin_use_apt() {
        for release in ["ID=debian\n", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"] {
            assert!(matches!(
                Manager::of_this_system(release),
                Some(Manager::Apt)
            ));
        }
    }

    #[test]
    fn apt_updates_its_lists_before_it_installs() {
        let commands = Manager::Apt.install(&[&APT_TESTS[0]]);
        assert_eq!(commands[0].join(" "), "apt-get update");
        assert_eq!(
            commands[1].join(" "),
            "apt-get install -y --no-install-recommends webkit2gtk-driver"
        );
    }
}
