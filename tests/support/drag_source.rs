//! `drag-source FILE…`: a small window from which files can be dragged, or whatever an address names. It prints
//! each step to stdout.

#[cfg(target_os = "linux")]
fn main() {
    use gtk::gdk::DragAction;
    use gtk::prelude::*;

    if gtk::init().is_err() {
        eprintln!("drag-source: no screen");
        std::process::exit(1);
    }
    let uris: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|word| match word.to_str() {
            Some(address) if address.contains("://") => address.to_owned(),
            _ => gtk::gio::File::for_path(word).uri().to_string(),
        })
        .collect();
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Files");
    window.set_decorated(false);
    window.set_default_size(120, 120);
    window.move_(0, 0);
    window.set_keep_above(true);
    let target = gtk::TargetEntry::new("text/uri-list", gtk::TargetFlags::empty(), 0);
    window.drag_source_set(
        gtk::gdk::ModifierType::BUTTON1_MASK,
        &[target],
        DragAction::COPY,
    );
    window.connect_drag_begin(|_, _| println!("dragging"));
    window.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&uris.iter().map(String::as_str).collect::<Vec<_>>());
        println!("given");
    });
    window.connect_drag_end(|_, _| println!("end"));
    window.connect_map_event(|_, _| {
        println!("ready");
        gtk::glib::Propagation::Proceed
    });
    window.show_all();
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
