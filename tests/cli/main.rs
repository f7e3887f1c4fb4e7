//! Tests of the program as a process.

mod cases;
mod exits;
mod files;
mod languages;
mod options;
mod outputs;
mod runner;
mod standard;
mod streams;
mod usage;
