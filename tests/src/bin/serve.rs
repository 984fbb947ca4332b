//! `serve FOLDER [--port N] [--prefix SUB/FOLDER] [--isolated]`: serves a folder on localhost.
#![allow(clippy::print_stdout, reason = "a command that speaks to its user")]

use std::process::ExitCode;

use cisconf_e2e::server::{Options, Server};

const USAGE: &str = "serve FOLDER [--port N] [--prefix SUB/FOLDER] [--isolated]";

fn main() -> ExitCode {
    match options(std::env::args().skip(1)).and_then(|options| serve(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { port: 8080, or_next_port: true, ..Options::default() };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--isolated" => options.isolated = true,
            "--prefix" => options.prefix = args.next().ok_or(USAGE)?,
            "--port" => {
                let port = args.next().ok_or(USAGE)?;
                options.port = port
                    .parse()
                    .map_err(|_| format!("PORT must be a number from 0 to 65535, not “{port}”"))?;
            }
            _ if arg.starts_with('-') => return Err(USAGE.to_owned()),
            _ => options.folder = arg.into(),
        }
    }
    Ok(options)
}

fn serve(options: &Options) -> Result<(), String> {
    let server = Server::start(options).map_err(|error| format!("port {}: {error}", options.port))?;
    if options.port != 0 && server.port != options.port {
        println!("Port {} is taken; using the next free one.", options.port);
    }
    println!("CISCONF Explorer is served to this machine only. Stop with Ctrl+C. Its address:");
    println!("{}", server.url);
    server.wait();
    Ok(())
}
