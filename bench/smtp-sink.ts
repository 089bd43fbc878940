import { SMTPServer } from "smtp-server";

/* A mail server that takes everything and keeps nothing, in a process of its own; it answers with its port. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    stream.on("end", () => done());
    stream.resume();
  },
});
server.on("error", () => {});
const listening = server.listen(0, "127.0.0.1", () => {
  const address = listening.address();
  process.send?.(typeof address === "object" ? address?.port : 0);
});
process.once("message", () => server.close(() => process.exit(0)));
