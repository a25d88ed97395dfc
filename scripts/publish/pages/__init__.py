"""The pages of docs/ that the build writes beside the codebook."""
