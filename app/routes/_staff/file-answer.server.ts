const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file to keep, under its own name (RFC 6266); never cached, for it holds names. */
export function fileAnswer(bytes: Uint8Array, name: string, mediaType = XLSX): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
