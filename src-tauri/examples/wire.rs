//! Prints the page's types; `cargo xtask wire` keeps them in ui/src/host/wire.gen.ts.

fn main() {
    print!("{}", kith::typescript());
}
