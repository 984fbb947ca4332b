# Removes block comments, indentation and empty lines from a style sheet or a script.
{ line = $0
  while (1) {
    if (inside) { e = index(line, "*/"); if (!e) { line = ""; break } line = substr(line, e + 2); inside = 0 }
    s = index(line, "/*"); if (!s) break
    before = substr(line, 1, s - 1); line = substr(line, s + 2); e = index(line, "*/")
    if (e) line = before substr(line, e + 2); else { inside = 1; line = before; break }
  }
  sub(/^[ \t]+/, "", line); sub(/[ \t]+$/, "", line)
  if (line != "") print line
}
