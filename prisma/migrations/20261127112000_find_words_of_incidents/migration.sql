-- The words of a text as a search compares them: cut at every sign, so that each part of a path, a host's name and an
-- error's class is found. So much of a text that no tsvector grows past its limit of 1 MB, whatever is written. The
-- cost keeps the planner from reckoning this for row after row where the index has it.
CREATE FUNCTION searched_words(words TEXT) RETURNS TSVECTOR LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
BEGIN
  RETURN to_tsvector('simple', translate(left(words, 200000), $signs$!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~$signs$, repeat(' ', 32)));
END
$$;

CREATE INDEX "entry_texts_words_idx" ON "entry_texts" USING gin (searched_words("text"));

-- What people wrote into a summary, and nothing of what the console derived.
CREATE INDEX "summary_versions_words_idx" ON "summary_versions" USING gin (searched_words(
  coalesce("body" #>> '{parts,impact}', '') || ' ' || coalesce("body" #>> '{parts,rootCause}', '') || ' ' ||
  coalesce("body" #>> '{parts,remediation}', '') || ' ' || coalesce("body" #>> '{parts,wentWell}', '')));
