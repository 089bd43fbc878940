/* Reads one iCalendar object and asks libical's RFC 5546 restriction table about it. Silence and 0 mean: nothing to complain of. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static int complaints(icalcomponent *component) {
  int found = 0;
  icalproperty *property;
  for (property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); property;
       property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
    printf("%s\n", icalproperty_as_ical_string(property));
    found++;
  }
  icalcomponent *inner;
  for (inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
       inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    found += complaints(inner);
  return found;
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc((size_t)size + 1, 1);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) return 2;
  fclose(file);
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar) {
    puts("no component");
    return 1;
  }
  icalrestriction_check(calendar);
  return complaints(calendar) ? 1 : 0;
}
