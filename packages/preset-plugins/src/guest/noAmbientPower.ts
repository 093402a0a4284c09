// Checked with the guests, never run: what a guest must not find. If one of these lines compiles, the guests are checked
// against globals that a VM does not have.

// @ts-expect-error there are no timers
void setTimeout
// @ts-expect-error there is no network
void fetch
// @ts-expect-error there is no DOM
void document
// @ts-expect-error there is no window
void window
// @ts-expect-error there is no process
void process
// @ts-expect-error there is no module loader
void require
// @ts-expect-error there are no workers
void Worker
